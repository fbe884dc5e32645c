"""Settings, keys and colours: what ships in `config/`, what the user puts over it, and what of both is in force."""
