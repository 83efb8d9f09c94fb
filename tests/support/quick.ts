import path from "node:path";

// For the processes that tests start, not for the one in which the tests run: it lasts long enough for V8's better code to pay.
process.env.NODE_OPTIONS = `--require ${JSON.stringify(path.resolve("tests/support/quick.cjs"))}`;
