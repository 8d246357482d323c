/* The report of `optimize`: a filter before and after. */
import type { Endianness } from '@seccompile/abi'
import type { Cost, Optimization, OptimizeGoal, OptimizeOrigin } from '@seccompile/compiler'
import { printableLine, table } from '@seccompile/text-layout'
import { digestText } from './certificate.ts'
import { stepCells } from './stack-cost.ts'

/** A filter that was optimized. */
export type OptimizedFilter = Extract<Optimization, { readonly kind: 'optimized' }>

/** The file that the filter was written to. */
export interface OptimizedFile {
  readonly output: string
  /** The size of the file. */
  readonly bytes: number
}

/** The origin of the output, for people. */
const ORIGINS: Readonly<Record<OptimizeOrigin, string>> = {
  input: 'the input as it is, since nothing better was found',
  tidied: 'the input tidied up',
  tests: 'made of the tests of the input',
  meaning: 'laid out anew from what the input means',
}

/** What the calls of each ABI cost before and after, for people. */
function costsText({ before, after }: OptimizedFilter, isVerbose: boolean): string {
  const most = `${after.longestPath} (was ${before.longestPath})`
  const rows = after.abis.map(({ abi, allowed, denied, cached }, i) => {
    const was = before.abis[i]! // the same ABIs in the same order
    const [old, now] = [stepCells(was.allowed), stepCells(allowed)]
    const row = [abi, allowed.count, old.mean, now.mean, old.worst, now.worst]
    const more = [stepCells(was.denied).worst, stepCells(denied).worst, was.cached, cached]
    return [...row, ...(isVerbose ? more : [])]
  })
  if (!isVerbose) {
    const header = ['ABI', 'allowed calls', 'mean: was', 'is', 'at most: was', 'is']
    return `instructions that an allowed call executes if its arguments are 0; no call executes more than ${most}\n${table(header, rows)}`
  }
  const header = ['ABI', 'allowed', 'executed: was', 'is', 'worst: was', 'is', 'denied worst: was', 'is', 'in bitmap: was', 'is'] // prettier-ignore
  return [
    `executed for a call whose arguments are 0; no call executes more than ${most}\n`,
    table(header, rows),
    `attach steps: ${after.attachSteps} (was ${before.attachSteps})\n`,
  ].join('')
}

/** The costs of a filter before and after, for people. @param isVerbose - whether everything that is known is said */
export function optimizationReport(
  { output, bytes }: OptimizedFile,
  filter: OptimizedFilter,
  isVerbose: boolean = false,
): string {
  const { before, after, certificate, origin } = filter
  return [
    `${printableLine(output)}: ${after.insns} instructions (was ${before.insns}), ${bytes} bytes, ${ORIGINS[origin]}\n`,
    `proved equal to the input, ${digestText(certificate.digest)}\n`,
    costsText(filter, isVerbose),
  ].join('')
}

/** A cost without its rows for single calls. */
const summary = ({ abis, ...whole }: Cost): unknown => ({
  ...whole,
  abis: abis.map(({ abi, allowed, denied, cached }) => ({ abi, allowed, denied, cached })),
})

/** The costs of a filter before and after, for machines. */
export function optimizationJson(
  {
    output,
    bytes,
    endianness,
    goal,
  }: OptimizedFile & { readonly endianness: Endianness; readonly goal: OptimizeGoal },
  { abis, pipeline, certificate, before, after, tried }: OptimizedFilter,
): unknown {
  return {
    output,
    bytes,
    endianness,
    abis: abis.map(({ token }) => token),
    goal,
    pipeline,
    certificate,
    before: summary(before),
    after: summary(after),
    tried,
  }
}
