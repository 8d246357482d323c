/*
 * An option of a command as a value: its typed form, its help, the meaning of its value, and its completion. Help,
 * manual pages, completion and the types of the values are derived from it.
 *
 * The key of an option in the record of a command is its name: `insnCost` is typed as `--insn-cost`.
 */
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import type { Complete } from './completion.ts'
import { FREE, oneOf } from './completion.ts'

/** The typed form of an option: `true` for a switch, the text of a value, or the texts of all values. */
export type TypedValue = boolean | string | readonly string[]

/** The subject of options that several commands have, or that few people need: the help explains them on a page of their own. */
export type Topic = 'targets' | 'objectives' | 'own-passes'

/** An option whose value in a command is a `Value`. */
export interface Option<Value> {
  /** The letter of the short form, without the dash. */
  readonly short?: string | undefined
  /** The placeholder for the value in the help, such as `file`; absent for a switch. */
  readonly placeholder?: string
  /** The text of the help. */
  readonly about: string
  readonly isRepeated?: true
  readonly isRequired?: true
  /** Typed as `--no-NAME`. */
  readonly isNegated?: true
  /** The page of the help that has the text of the option, instead of the help of each command. */
  readonly topic?: Topic
  /**
   * The value of the option; `typed` is `undefined` where the option was not typed.
   * @throws CliError for a text that is no value; the message begins with `flag`
   */
  readonly read: (typed: TypedValue | undefined, flag: string) => Value
  readonly complete: Complete
}

/** The values of `Options`, a record of options or arguments. */
export type Values<Options> = {
  readonly [Key in keyof Options]: Options[Key] extends { readonly read: (...args: never[]) => infer Value }
    ? Value
    : never
}

/** The options whose values are `Values`. */
export type OptionsOf<Values> = { readonly [Key in keyof Values]-?: Option<Required<Values>[Key]> }

/** `options` with their text on the page `topic` of the help. */
export function onPage<Options extends Readonly<Record<string, Option<unknown>>>>(
  topic: Topic,
  options: Options,
): Options {
  const all = Object.entries(options).map(([key, option]) => [key, { ...option, topic }])
  return Object.fromEntries(all) as Options // the same keys, and options of the same values
}

/** The parts of the help for an option. */
interface About {
  readonly short?: string
  readonly brief: string
  /** The default, for the help. */
  readonly otherwise?: string
}

/** An option with a value. */
export interface ValueParts<Value> extends About {
  readonly placeholder: string
  /** The value of a text. @throws CliError for a text that is no value; the message begins with `flag` */
  readonly parse: (text: string, flag: string) => Value
  readonly complete: Complete
}

const withDefault = (about: string, otherwise: string | undefined): string =>
  otherwise === undefined ? about : `${about} (default: ${otherwise})`

/** `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** A switch; `false`, if left out. */
export function flag(about: string): Option<boolean> {
  return { about, read: (typed) => typed === true, complete: FREE }
}

/** A switch `--no-NAME`; `true`, if left out. */
export function negated(about: string): Option<boolean> {
  return { about, isNegated: true, read: (typed) => typed !== false, complete: FREE }
}

/** An option with one value; `undefined`, if left out. */
export function valued<Value>(parts: ValueParts<Value>): Option<Value | undefined> {
  const { short, placeholder, brief, otherwise, parse, complete } = parts
  return {
    short,
    placeholder,
    about: withDefault(brief, otherwise),
    read: (typed, name) => (typed === undefined ? undefined : parse(String(typed), name)),
    complete,
  }
}

/** An option that must be typed. */
export function required<Value>(parts: ValueParts<Value>): Option<Value> {
  return {
    ...valued(parts),
    isRequired: true,
    read: (typed, name) => parts.parse(String(typed), name),
  }
}

/** An option that may be repeated; its texts together have one value. `undefined`, if left out. */
export function repeated<Value>({
  parse,
  ...parts
}: Omit<ValueParts<unknown>, 'parse'> & {
  readonly parse: (texts: readonly string[], flag: string) => Value
}): Option<Value | undefined> {
  const { otherwise, brief, ...others } = parts
  return {
    ...others,
    about: `${withDefault(brief, otherwise)}; may be repeated`,
    isRepeated: true,
    read: (typed, name) => (typed === undefined ? undefined : parse(typed as readonly string[], name)), // `isRepeated`, so the texts are a list
  }
}

/** The words of an option, each with its meaning where the word alone does not tell it. */
export type OptionChoices<Word extends string> = readonly (
  Word | { readonly word: Word; readonly means: string }
)[]

/**
 * `text` as one of `words`.
 * @param name - the name of the option or the argument, with which the message begins
 * @throws CliError where `text` is no word of the list; the message lists the words
 */
export function parseChoice<Word extends string>(text: string, name: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text)
  if (found !== undefined) return found
  throw new CliError(`${name}: expected ${listed(words)}; got ${quote(text)}${didYouMean(text, words)}`)
}

/** An option whose value is one of a few words; `undefined`, if left out. The help lists the words. */
export function choice<const Word extends string>({
  choices,
  brief,
  ...parts
}: About & { readonly placeholder: string; readonly choices: OptionChoices<Word> }): Option<
  Word | undefined
> {
  const all = choices.map((each) => (typeof each === 'string' ? { word: each } : each))
  const words = all.map(({ word }) => word)
  const shown = all.map((each) => ('means' in each ? `${each.word} (${each.means})` : each.word))
  return valued({
    ...parts,
    brief: `${brief}: ${listed(shown)}`,
    parse: (text, name) => parseChoice(text, name, words),
    complete: oneOf(
      all.map((each) => ('means' in each ? { value: each.word, about: each.means } : { value: each.word })),
    ),
  })
}

/** The typed text, unchanged: the path of a file, or a text that another part of the program reads. */
export const asTyped = (text: string): string => text
/** The typed texts of an option that may be repeated, unchanged. */
export const allAsTyped = (texts: readonly string[]): readonly string[] => texts

/** The items of `texts`, each a list separated by commas. */
export function itemsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(',')).map((item) => item.trim())
}

/** The name of an option as it is typed: `--insn-cost` for the key `insnCost`, `--no-prove` where `isNegated`. */
export function flagOf(key: string, isNegated: boolean = false): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return `--${isNegated ? 'no-' : ''}${words}`
}
