// Replaced when the web app has something to build.
export async function buildIfStale() {}
