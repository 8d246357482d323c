/* What the command prints. */
import { relative } from 'node:path'
import type { TargetResult } from './run-target.ts'
import type { PlantedFault } from './worker-job.ts'

const inThousands = (count: number): string => count.toLocaleString('en-US')

/** The line that a terminal shows while a target runs. */
export function progressLine(target: string, status: string): string {
  return `\r\u001b[K${target}: ${status.replaceAll(/\s+/g, ' ').replace(/ L: .*/, '')}`.slice(0, 110)
}

/** Whether a result is what it has to be: with a planted fault a find, but not of a seed; else none. */
export const isRight = ({ find, failure }: TargetResult, isPlanted: boolean): boolean =>
  failure === undefined && (isPlanted ? find !== undefined && !find.isSeed : find === undefined)

/** The lines on a target: one, with a find how to repeat it, and with a failure what the process said. */
export function resultLines(result: TargetResult, fault: PlantedFault | undefined): string {
  const { target, failure } = result
  return findLines(result, fault) + (failure === undefined ? '' : `FAILED ${target}: ${failure}\n`)
}

function findLines(result: TargetResult, fault: PlantedFault | undefined): string {
  const { target, seconds, executions, perSecond, edges, features, newInputs, find } = result
  const counts = `${inThousands(executions)} runs in ${seconds.toFixed(0)} s, ${inThousands(perSecond)} a second; coverage ${inThousands(edges)} edges, ${inThousands(features)} features; ${newInputs} new inputs`
  if (fault !== undefined) {
    const planted = `${target}: planted "${fault.fault}"`
    if (find === undefined) return `MISSED ${planted}: not found; ${counts}\n`
    const by = `${find.seconds.toFixed(1)} s: ${find.what.slice(0, 160)}`
    return find.isSeed ? `WRONG ${planted}: a seed shows it, so no fuzzer is needed, after ${by}\n` : `found ${planted} after ${by}\n` // prettier-ignore
  }
  if (find === undefined) return `${target}: ${counts}; 0 finds\n`
  const file = relative(process.cwd(), find.file)
  return `${target}: ${counts}; 1 find\nFIND ${target}: ${find.what}\nagain: npm run fuzz -- ${target} --input ${file}\n`
}
