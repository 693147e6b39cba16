// Everything the room's page does by itself beside its stream.
import "../live/stream.js";
import "../ui/js/turn-timer.js";
import "../live/quiet-post.js";
import "./room-me.js";
import "./keep-place.js";
import "./still-here.js";
