/** Loaded by every process that a test starts: it ends before V8's better code would have paid, which takes a fifth of its processor time. */
require("node:v8").setFlagsFromString("--no-opt");
