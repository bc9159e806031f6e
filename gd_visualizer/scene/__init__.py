"""What a picture shows, as plain values, so that window and paper show the same."""
