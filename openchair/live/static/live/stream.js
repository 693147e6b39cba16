// The stream of a room.
