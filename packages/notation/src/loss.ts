/* What a notation cannot hold of a filter, and how a message says it. */
import { assertNever, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { AbiToken } from '@seccompile/syscalls'

/** A part of a filter that a notation cannot hold. */
export type Loss =
  /** The notation has no comparisons for the conditions on the arguments of a call, or they are too many. */
  | { readonly kind: 'conditions'; readonly name: string; readonly abi: AbiToken }
  /** The notation has no word for a verdict that a call gets. */
  | { readonly kind: 'verdict'; readonly name: string; readonly abi: AbiToken; readonly verdict: Verdict }
  /** A call gets one thing on `abi` and another one on `other`; the notation says it once for all. */
  | { readonly kind: 'abis'; readonly name: string; readonly abi: AbiToken; readonly other: AbiToken }
  /** The notation is for one ABI, and whatever reads it gives each call of `abi` the verdict `written`. */
  | { readonly kind: 'abi'; readonly abi: AbiToken; readonly written: Verdict }
  /** Numbers without a name get another verdict than calls that the text does not name. */
  | {
      readonly kind: 'numbers'
      readonly abi: AbiToken
      readonly lo: number
      readonly hi: number
      /** `undefined` where arguments decide. */
      readonly verdict: Verdict | undefined
    }
  /** The notation has no word for the verdict of calls that the text does not name. */
  | { readonly kind: 'default'; readonly verdict: Verdict }
  /** Calls of other architectures get `verdict`, and whatever reads the notation gives them `written`. */
  | { readonly kind: 'bad-arch'; readonly verdict: Verdict; readonly written: Verdict }

const numbers = (lo: number, hi: number): string => (lo === hi ? `number ${lo}` : `numbers ${lo} to ${hi}`)

/** The text of a filter in a notation. */
export interface Written {
  readonly text: string
  /**
   * What the text does not hold; empty where it means what the filter means. A call that is a loss gets a stricter verdict
   * in the text; numbers and other architectures may get a weaker one.
   */
  readonly losses: readonly Loss[]
}

/** `loss` in a sentence without its full stop; `notation` is what messages call the notation. */
export function lossText(loss: Loss, notation: string): string {
  switch (loss.kind) {
    case 'conditions':
      return `${notation} cannot hold the conditions on ${loss.name} on ${loss.abi}`
    case 'verdict':
      return `${notation} has no word for ${verdictName(loss.verdict)}, which ${loss.name} gets on ${loss.abi}`
    case 'abis':
      return `${notation} says once for all ABIs what a call gets, and ${loss.name} differs between ${loss.abi} and ${loss.other}`
    case 'abi':
      return `${notation} is for one ABI, and by it every call of ${loss.abi} gets ${verdictName(loss.written)}`
    case 'numbers': {
      const isOne = loss.lo === loss.hi
      const gets = `${isOne ? 'gets' : 'get'} ${loss.verdict === undefined ? 'a verdict by the arguments' : verdictName(loss.verdict)}`
      return `${notation} names calls, and ${numbers(loss.lo, loss.hi)} of ${loss.abi}, without a name, ${gets}`
    }
    case 'default':
      return `${notation} has no word for ${verdictName(loss.verdict)}, which calls without a rule get`
    case 'bad-arch':
      return `calls of other architectures get ${verdictName(loss.verdict)}, and by ${notation} they get ${verdictName(loss.written)}`
    default:
      return assertNever(loss)
  }
}
