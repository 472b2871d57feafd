"""Why a unit was found: its best place, with what answers the question marked as it is printed."""
