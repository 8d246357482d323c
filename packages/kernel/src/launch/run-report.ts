/* The report of `run` on how a command ended, for people and for machines. */
import { actionOf, auditArchName, verdictName } from '@seccompile/abi'
import { errnoOf, verdictText } from '@seccompile/constants/errno'
import { expectObject, expectText } from '@seccompile/shape'
import { abiTables } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { RecordedCall } from './refused-call.ts'
import type { RunReport } from './run.ts'

/** The ABI of a call, by which errnos have names; none if it is not known. */
const tokensOf = ({ abi }: RecordedCall): readonly AbiToken[] => (abi === undefined ? [] : [abi])

/** The verdicts of each filter on a call, as a clause. */
function saysText(call: RecordedCall): string {
  return call.says
    .map((verdicts, index) => {
      const which = call.says.length === 1 ? 'the filter' : `filter ${index + 1}`
      const names = verdicts.map((verdict) => verdictText(verdict, tokensOf(call))).join(' or ')
      return `${which} says ${names === '' ? 'what a register holds' : names}${verdicts.length > 1 ? ', by its arguments' : ''}`
    })
    .join(', ')
}

/** The verdict on a call: of the record, where no filter has it alone, and of the filters. */
function decisionText(call: RecordedCall): string {
  const { verdict, says } = call
  const action = actionOf(verdict)
  const isSaid = says.some(
    ([only, ...more]) => only !== undefined && more.length === 0 && actionOf(only) === action,
  )
  return isSaid ? saysText(call) : `${action ?? verdictName(verdict)}; ${saysText(call)}`
}

/** A call by the name of its ABI, or of one with its architecture, its name and its number. */
function callText({ arch, nr, abi, name }: RecordedCall): string {
  const token = abi ?? abiTables.find(({ auditArch }) => auditArch === arch)?.token ?? auditArchName(arch)
  return `${token} ${name ?? 'call'} (${nr})`
}

function endText({ status, signal, refused }: RunReport): string {
  if (refused?.known === true) return `killed by SIGSYS for ${callText(refused)}: ${decisionText(refused)}`
  if (refused !== undefined) return `killed by SIGSYS for a system call that is not known: ${refused.why}`
  return signal === undefined ? `exited with status ${status ?? 0}` : `ended by ${signal}`
}

function loggedLines({ logged }: RunReport): readonly string[] {
  if (logged === undefined) return []
  if (!logged.known) return [`what the kernel has logged is not known: ${logged.why}`]
  if (logged.calls.length === 0) return ['the kernel has logged no other call of this process']
  return logged.calls.map((call) => {
    const times = call.count === 1 ? 'once' : `${call.count} times`
    return `the kernel has logged ${callText(call)} ${times}: ${decisionText(call)}`
  })
}

/** The lines of the report: how `command` ended, and with --log which of its calls the kernel has recorded. */
export function runReportLines(command: string, report: RunReport): readonly string[] {
  expectText(command, 'command')
  expectObject(report, 'report')
  return [endText(report), ...loggedLines(report)].map((line) => `${command}: ${line}`)
}

/** A call for machines, with verdicts by name and as numbers, and the names of errnos. A record has an action without data. */
function namedCall(call: RecordedCall): object {
  return {
    ...call,
    verdict: actionOf(call.verdict) ?? verdictName(call.verdict),
    ret: call.verdict,
    says: call.says.map((verdicts) => verdicts.map((verdict) => verdictName(verdict))),
    errnos: call.says.map((verdicts) => verdicts.map((verdict) => errnoOf(verdict, tokensOf(call)) ?? null)),
  }
}

/** The report for machines, as plain data. */
export function runReportFacts(command: readonly string[], report: RunReport): object {
  expectObject(report, 'report')
  const { refused, logged, ...others } = report
  const calls = logged?.known === true ? logged.calls.map((call) => namedCall(call)) : undefined
  return {
    command,
    ...others,
    refused: refused?.known === true ? namedCall(refused) : refused,
    logged: calls === undefined ? logged : { known: true, calls },
  }
}
