/*
 * The process that fuzzes: `node worker.js JOB`. It instruments the modules of packages while they are loaded, so it must
 * import none of them itself; libFuzzer then calls `fuzz` of judge-input.ts.
 */
import { register } from 'node:module'
import { join } from 'node:path'
import { OptionsManager, OptionSource, startFuzzing } from '@jazzer.js/core'
import { ROOT } from './paths.ts'
import { jobOfProcess } from './worker-job.ts'

/** Milliseconds of one input: far more than a reader may take, since instrumented code is slow and machines are shared. */
const TIMEOUT_MS = 25_000

const { isSync, options, fault } = jobOfProcess()
// Registered first, so that jazzer's own hooks instrument the text with the fault.
if (fault !== undefined)
  register(`./plant-hooks.js?fault=${encodeURIComponent(JSON.stringify(fault))}`, import.meta.url)
const settings = new OptionsManager(OptionSource.DefaultCLIOptions).merge(
  {
    fuzzTarget: new URL('./judge-input.js', import.meta.url).href,
    includes: [join(ROOT, 'packages/')],
    excludes: ['node_modules'],
    // They hook functions of Node, which no package here calls with an input.
    disableBugDetectors: ['.*'],
    sync: isSync,
    timeout: TIMEOUT_MS,
    fuzzerOptions: [...options],
  },
  OptionSource.CommandLineArguments,
)
const { returnCode } = await startFuzzing(settings)
process.exit(returnCode)
