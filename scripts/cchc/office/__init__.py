"""The office: the local pages on which the ward's own people work; above all rooms but `cli`."""
