/* The losses of a text: parts of a filter that a notation cannot express, and messages about them. */
import type { Verdict } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import type { RuleSet } from '@seccompile/rules'
import { assertNever, expectList, expectObject, expectText } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'

/** A part of a filter that a notation cannot express. */
export type Loss =
  /** The notation has no comparisons for the conditions on the arguments of a call, or there would be too many. */
  | { readonly kind: 'conditions'; readonly name: string; readonly abi: AbiToken }
  /** The notation has no word for a verdict of a call. */
  | { readonly kind: 'verdict'; readonly name: string; readonly abi: AbiToken; readonly verdict: Verdict }
  /** The reader of the notation applies rules for other calls to this one too, as with `socketcall`. */
  | { readonly kind: 'multiplexer'; readonly name: string; readonly abi: AbiToken }
  /** The reader of the notation lets a call run, whatever the text says. The filter gives it `verdict` on `abi`. */
  | { readonly kind: 'runs'; readonly name: string; readonly abi: AbiToken; readonly verdict: Verdict }
  /** The reader of the notation gives a call the verdict `written`, whatever the text says. */
  | {
      readonly kind: 'fixed'
      readonly name: string
      readonly abi: AbiToken
      readonly verdict: Verdict
      readonly written: Verdict
    }
  /** A call has different answers on `abi` and on `other`, but the notation has one entry for all ABIs. */
  | { readonly kind: 'abis'; readonly name: string; readonly abi: AbiToken; readonly other: AbiToken }
  /** The text is not for `abi`, and its reader gives each call of `abi` the verdict `written`. */
  | { readonly kind: 'abi'; readonly abi: AbiToken; readonly written: Verdict }
  /** Numbers without a name get another verdict than calls without an entry in the text. */
  | {
      readonly kind: 'numbers'
      readonly abi: AbiToken
      readonly lo: number
      readonly hi: number
      /** `undefined` where arguments decide. */
      readonly verdict: Verdict | undefined
    }
  /** The notation has no word for the verdict of calls without an entry. */
  | { readonly kind: 'default'; readonly verdict: Verdict }
  /** Calls of other architectures get `verdict`, but the reader of the notation gives them `written`. */
  | { readonly kind: 'bad-arch'; readonly verdict: Verdict; readonly written: Verdict }

const numbers = (lo: number, hi: number): string => (lo === hi ? `number ${lo}` : `numbers ${lo} to ${hi}`)

/** The text of a filter in a notation. */
export interface NotationText {
  readonly text: string
  /**
   * The losses of the text; empty where it has the meaning of the filter. The text refuses a call that is a loss,
   * unless the loss has the kind `runs`. Numbers, ABIs that the text is not for, and other architectures may get a
   * weaker verdict.
   */
  readonly losses: readonly Loss[]
  /**
   * The meaning of the text apart from its losses, where it refuses some calls with another errno than the filter.
   * Where absent, it is the meaning of the filter.
   */
  readonly meant?: RuleSet
  /** A sentence without a full stop for each difference between `meant` and the filter. */
  readonly notes?: readonly string[]
}

/** The most names in a sentence. */
const MOST_NAMES = 10

/** The names of calls as the subject of a sentence, and the form of its verb. */
function subject(
  names: readonly string[],
  one: string,
  several: string,
): readonly [names: string, verb: string] {
  const more = names.length - MOST_NAMES
  const shown = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names
  return [shown.join(', '), names.length === 1 ? one : several]
}

/** A sentence about losses that differ only in the name of the call; `names` are all of these names. */
function sentence(loss: Loss, names: readonly string[], notation: string, all: readonly AbiToken[]): string {
  const abis = 'abi' in loss ? [loss.abi] : loss.kind === 'default' ? all : []
  switch (loss.kind) {
    case 'conditions':
      return `${notation} cannot express the conditions on ${subject(names, '', '')[0]} on ${loss.abi}`
    case 'verdict': {
      const [calls, get] = subject(names, 'gets', 'get')
      return `${notation} has no word for ${verdictText(loss.verdict, abis)}, which ${calls} ${get} on ${loss.abi}`
    }
    case 'multiplexer':
      return `in ${notation}, a rule for a call that ${subject(names, '', '')[0]} also makes is a rule for both on ${loss.abi}`
    case 'runs': {
      const [calls, get] = subject(names, 'gets', 'get')
      return `${calls} ${get} ${verdictText(loss.verdict, abis)} on ${loss.abi}, and by ${notation} may always run`
    }
    case 'fixed': {
      const [calls, get] = subject(names, 'gets', 'get')
      return `${calls} ${get} ${verdictText(loss.verdict, abis)} on ${loss.abi}, and by ${notation} always ${verdictText(loss.written, abis)}`
    }
    case 'abis': {
      const [calls, differ] = subject(names, 'differs', 'differ')
      return `${notation} has the same rules for a call on all ABIs, and ${calls} ${differ} between ${loss.abi} and ${loss.other}`
    }
    case 'abi':
      return `by ${notation} every call of ${loss.abi} gets ${verdictText(loss.written, abis)}`
    case 'numbers': {
      const get = loss.lo === loss.hi ? 'gets' : 'get'
      const what = loss.verdict === undefined ? 'a verdict by the arguments' : verdictText(loss.verdict, abis)
      return `${notation} has only names of calls, and ${numbers(loss.lo, loss.hi)} of ${loss.abi}, without a name, ${get} ${what}`
    }
    case 'default':
      return `${notation} has no word for ${verdictText(loss.verdict, abis)}, which calls without a rule get`
    case 'bad-arch':
      return `calls of other architectures get ${verdictText(loss.verdict, abis)}, and by ${notation} they get ${verdictText(loss.written, abis)}`
    default:
      return assertNever(loss)
  }
}

/**
 * A sentence about `loss`, without a full stop.
 * @param notation - the name of the notation in the sentence, such as `an OCI profile`
 * @param abis - the ABIs of the text, by which the verdict of calls without an entry has its name
 */
export function lossText(loss: Loss, notation: string, abis: readonly AbiToken[] = []): string {
  expectObject(loss, 'loss', 'kind')
  expectText(notation, 'notation')
  return sentence(loss, 'name' in loss ? [loss.name] : [], notation, abis)
}

/**
 * Sentences about `losses`, without full stops. Losses that differ only in the name of the call share a sentence.
 * @param notation - the name of the notation in the sentences, such as `an OCI profile`
 * @param abis - the ABIs of the text, by which the verdict of calls without an entry has its name
 */
export function lossTexts(
  losses: readonly Loss[],
  notation: string,
  abis: readonly AbiToken[] = [],
): readonly string[] {
  expectList(losses, 'losses', 'kind')
  expectText(notation, 'notation')
  const groups = new Map<string, { readonly loss: Loss; readonly names: string[] }>()
  for (const loss of losses) {
    const name = 'name' in loss ? loss.name : ''
    const key = JSON.stringify({ ...loss, name: '' })
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { loss, names: [name] })
    else group.names.push(name)
  }
  return [...groups.values()].map(({ loss, names }) => sentence(loss, names, notation, abis))
}
