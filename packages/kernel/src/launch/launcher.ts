/*
 * The process that `run()` starts. It reads its plan, attaches the filters, and becomes the command. Where that
 * fails, it stores the reason in memory that it shares with its parent; the parent reads the memory once this process
 * has ended. Writing the reason to a descriptor takes a call. The filter may refuse that call or kill for it, and
 * then the command would seem to have been killed.
 */
import { readFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { loadLibc } from '../libc/libc.ts'
import { startSender } from '../notify/start-sender.ts'
import { enterFolder } from './command-path.ts'
import { execUnder, stdioFlags } from './exec-under.ts'
import type { ExecFailure } from './exec-under.ts'
import { LAUNCH_MEMORY_BYTES, launchFds, planBytes } from './launch-plan.ts'
import type { LaunchFailure, LaunchPlan } from './launch-plan.ts'

const PR_SET_PDEATHSIG = 1
const FDS = launchFds(Number(process.argv[2]))
const STDIO = stdioFlags()

function say(failure: LaunchFailure, memory: Uint8Array | undefined, mayWrite = true): void {
  const text = JSON.stringify(failure)
  if (memory !== undefined) {
    memory.set(Buffer.from(text).subarray(0, memory.length))
    return
  }
  if (!mayWrite) return // only the exit status can report the failure
  try {
    writeSync(FDS.said, text)
  } catch {
    // The parent no longer reads from this descriptor.
  }
}

function launch(plan: LaunchPlan): ExecFailure {
  const { flags, noNewPrivs, keepFds, bridge, cwd } = plan
  if (cwd !== undefined) enterFolder(cwd)
  const { filters, observers, command } = planBytes(plan)
  if (plan.diesWithParent) loadLibc([bridge]).prctl(PR_SET_PDEATHSIG, constants.signals.SIGKILL)
  if (plan.notifies) startSender(FDS.socket, bridge)
  writeSync(FDS.said, '\n') // the second line: all threads have started, and the filter comes next
  return execUnder(filters, command, { flags, noNewPrivs, observers, keepFds, bridge, stdio: STDIO })
}

function becomeCommand(): void {
  let memory: Uint8Array | undefined
  try {
    // The plan comes from run.ts of this same package, so its shape is known.
    const plan = JSON.parse(readFileSync(FDS.plan, 'utf8')) as LaunchPlan
    memory = loadLibc([plan.bridge]).sharedMemory(FDS.memory, LAUNCH_MEMORY_BYTES)
    writeSync(FDS.said, '\n') // the first line: the launcher has started
    const { errno, message, mayWrite, exit } = launch(plan)
    const code = errno === 'ENOENT' ? 'E_NO_COMMAND' : 'E_NOT_EXECUTABLE'
    say({ code, message, errno }, memory, mayWrite)
    exit(errno === 'ENOENT' ? 127 : 126)
  } catch (error) {
    const { name, code, message, errno } = error as LaunchFailure & Error
    const isOurs = name === 'KernelError' // the errors of Node have a `code` of another kind
    say(
      { code: isOurs ? code : 'E_REFUSED', message, ...(isOurs && errno !== undefined ? { errno } : {}) },
      memory,
    )
    process.exit(125)
  }
}

becomeCommand()
