import { build } from "./build-command.ts";
import { run } from "./run.ts";

run(build);
