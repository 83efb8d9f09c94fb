/** Loaded by every process that a test starts: it ends before V8's better code would have paid, which takes a fifth of its processor time. */
const { isMainThread } = require("node:worker_threads");
// A thread would set this for the process that the tests run in, which lasts.
if (isMainThread) require("node:v8").setFlagsFromString("--no-opt");
