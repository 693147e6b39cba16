"""Sign-in names: made here, known to their owner alone."""

import re
import secrets

_COLOURS = """
amber apricot ash azure basil beige birch blue bronze brown cedar chalk cherry clay clover cobalt copper
coral cotton cream crimson dawn dusk ebony ember fern flax flint frost ginger golden granite green hazel
heather honey indigo iris ivory jade juniper khaki lavender lemon lilac linen lime mango maple marble
mauve mint mocha moss navy nutmeg oak ochre olive onyx opal orange orchid pearl peach pebble pewter pine
pink plum poppy quartz quiet red reed rose ruby rust saffron sage sand sepia shell silver slate snow
spruce steel stone straw sunny tan tawny teal thistle timber topaz umber velvet violet walnut warm wheat
white willow winter yellow
""".split()  # noqa: SIM905 - a list to read

_CREATURES = """
albatross alpaca antelope avocet badger beaver bee beetle bison bittern blackbird bluebird bobolink
bunting butterfly camel cardinal caribou chaffinch chickadee cicada condor coot cormorant crane cricket
cuckoo curlew deer dipper dolphin dove dragonfly duck eagle egret eider elk falcon finch firefly flamingo
fox gannet gazelle gecko giraffe goldfinch goose grebe grouse gull hare harrier hawk hedgehog heron hoopoe
hornbill horse ibex ibis jackdaw jay kestrel kingfisher kite kiwi koala lapwing lark linnet llama lynx
magpie manatee marten martin merlin moth narwhal newt nightjar nuthatch oriole osprey otter owl parrot
partridge pelican penguin petrel pheasant pigeon pipit plover puffin quail raven redstart robin salmon
sandpiper seal shearwater shrike siskin skylark snipe sparrow starling stork swallow swan swift tern
thrush toucan turtle wagtail warbler wombat woodpecker wren yak zebra
""".split()  # noqa: SIM905 - a list to read


def sign_in_name() -> str:
    """A new name such as `amber-heron-4182`: about 28 random bits, easy to copy by hand."""
    return f"{secrets.choice(_COLOURS)}-{secrets.choice(_CREATURES)}-{secrets.randbelow(9000) + 1000}"


def as_kept(typed: str) -> str:
    """A typed sign-in name as it is kept: case, spaces and other dashes are forgiven."""
    return re.sub(r"[\s_\-\u2010-\u2015]+", "-", typed.strip().lower()).strip("-")[:60]
