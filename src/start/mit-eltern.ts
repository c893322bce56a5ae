// Loaded before every child of `fachwerk start` (node --import): ends the child when its parent is gone, however the parent died.
// The channel to the parent closes with it; no child needs to know of this file.

if (process.send) {
  process.once("disconnect", () => {
    // The child's own handler may finish a request; what hangs does not keep a port from the next start.
    setTimeout(() => process.exit(1), 4_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
