"""What an issue asks to be measured, each as a ratio within one run."""
