"""What a coordinator does; called by the window and the terminal alike."""
