import { machine, release } from 'node:os'
import type { CommandEnd, CommandWord } from '@seccompile/kernel'
import { nativeAbi } from '@seccompile/kernel/exec'
import { KernelError, readOptions } from '@seccompile/kernel/native'
import { runTraced } from '@seccompile/kernel/notify'
import type { RecordingHead } from '@seccompile/recording'
import { traceReader } from '@seccompile/traces'
import { straceReader } from './options.ts'
import type { RecordByStraceOptions } from './options.ts'
import { libcName, linesOf } from './record.ts'
import type { Recorded } from './record.ts'
import { checkStrace, straceOutput, straceWords } from './strace.ts'

const PROGRESS_MS = 50

/**
 * Counts every call of a command as `record` does, by strace. It needs no listener, and no way to call the C library. strace also sees
 * `exit`, `exit_group` and `rt_sigreturn`, and what outer filters refuse; it names programs by their `comm`.
 * @throws KernelError `E_NO_LAUNCHER` where strace is missing or too old, `E_REFUSED` where it may not trace, `E_ARGUMENT` for a wrong
 * option, `E_NO_COMMAND` and `E_NOT_EXECUTABLE` for the command
 */
export async function recordByStrace(
  command: readonly [CommandWord, ...CommandWord[]],
  given: RecordByStraceOptions = {},
): Promise<Recorded<CommandEnd>> {
  const { scenario, onProgress, wait = true, onWait, signal, ...options } = readOptions(straceReader, given)
  checkStrace()
  const began = Date.now()
  const { token } = nativeAbi()
  const reader = traceReader({ file: 'strace', abi: token })
  let told = began
  let newest = began
  const { path, end, ended, isTracing, stop } = straceOutput((text) => {
    const known = reader.different
    reader.push(text)
    const now = Date.now()
    if (reader.different > known) newest = now
    if (now - told < PROGRESS_MS) return
    told = now
    onProgress?.({ calls: reader.calls, different: reader.different, newest })
  })
  const ending = new AbortController()
  let hasEnded = false
  let isStopped = false
  const endAll = (): void => {
    ending.abort()
    if (hasEnded) isStopped ||= stop()
  }
  if (signal?.aborted === true) endAll()
  signal?.addEventListener('abort', endAll)
  end.catch(endAll) // nobody reads what strace writes now
  const report = await runTraced(straceWords(path), command, { ...options, signal: ending.signal })
    .finally(ended)
    .then(async (how) => {
      hasEnded = true
      if (!wait || ending.signal.aborted) endAll()
      else if (isTracing()) onWait?.()
      await end
      return how
    })
    .finally(() => signal?.removeEventListener('abort', endAll))
  if (reader.calls === 0)
    throw new KernelError('E_REFUSED', 'strace has shown no call of the command; was it ended?')
  const { head: traced, rows, isComplete } = reader.end()
  // A process that ends by itself calls exit_group. Without it, the status is that of strace, which could not become the command.
  if (report.status !== undefined && isComplete && rows.every(({ call }) => call === 'execve'))
    throw new KernelError(
      'E_NOT_EXECUTABLE',
      'strace could not execute the command, and has said why; a script begins with "#!"',
    )
  const { abis, unseen } = traced
  const head: RecordingHead = {
    source: 'strace',
    machine: machine(),
    kernel: release(),
    ...libcName(),
    abis,
    ...(scenario === undefined ? {} : { scenario }),
    unseen: isComplete && !isStopped ? unseen : [...unseen, 'calls after strace was ended'],
    began,
  }
  return { report, head, rows, lines: () => linesOf(head, rows) }
}
