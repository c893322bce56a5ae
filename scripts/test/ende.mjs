// Loaded before every test process. `--test-force-exit` ends the process while results still wait in the pipe to the runner: of 48 tests
// 31 were reported, and a lost failure would have looked like success. So the exit waits until everything has been handed over.
const beende = process.exit.bind(process);
const leer = () => process.stdout.writableLength === 0 && process.stderr.writableLength === 0;

process.exit = (code) => {
  // A test that calls exit itself means it, and fails by it: only the runner's own call, straight from inside Node, waits.
  if (!new Error().stack?.split("\n")[2]?.includes("node:internal/test_runner")) return beende(code);
  const warte = (ruhig) => (ruhig >= 5 ? beende(code) : setTimeout(() => warte(leer() ? ruhig + 1 : 0), 20));
  warte(0);
};
