// Replaced when the web app has something to build.
process.exit(0);
