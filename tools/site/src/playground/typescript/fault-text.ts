/*
 * The text of an error in a policy, in the words of this project.
 *
 * TypeScript tells which type is not assignable to which other type. The types of the builder carry sentences for
 * people, and names of calls, arguments and families of constants. Each entry of the table below takes one form of
 * these messages and writes what is wrong and what to do, as the rest of this project writes its errors.
 */
import { didYouMean } from '@seccompile/shape'
import { DOOR } from './options.ts'

/** The names that a misspelt word may mean. */
export interface KnownNames {
  readonly calls: readonly string[]
  readonly errnos: readonly string[]
  /** The exports of the door. */
  readonly exports: readonly string[]
  /** The modules that a policy may import. */
  readonly modules: readonly string[]
  /** The members of the value whose member is unknown. */
  readonly members: readonly string[]
}

type Say = (groups: readonly string[], known: KnownNames) => string

/** Most characters of a type in a message: a union of names has thousands. */
const MOST = 80

const short = (type: string): string => (type.length > MOST ? `${type.slice(0, MOST)}…` : type)
/** A text that TypeScript prints between double quotes, without its escapes. */
const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, '$1')
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name)
const maybe = (near: string): string => (near === '' ? '' : `; did you mean "${near}"?`)

const NO_CALL = /^no system call is named "(.*)"$/

/** The words for types that a policy meets. */
const NAMES: Readonly<Record<string, string>> = {
  PolicyBuilder: 'a policy',
  PolicyOptions: 'the options of policy()',
  ArgIndex: 'the index of an argument, from 0 to 5',
  U64Like: 'a number or a bigint',
  AbiToken: 'the name of an ABI',
  AnyConstant: 'a constant',
}

function nameOf(type: string): string {
  const [, family] = /^Constant<"(.*)">$/.exec(type) ?? []
  if (family !== undefined) return `a constant of the family ${family}`
  const [, wanted] = /^NumberOrConstantOf<"(.*)">$/.exec(type) ?? []
  if (wanted !== undefined) return `a number or a constant of the family ${wanted}`
  if (/^Argument<.*>$/.test(type)) return 'an argument'
  return NAMES[type] ?? short(type)
}

function unknownName(name: string, near: string, { exports, calls }: KnownNames): string {
  if (exports.includes(name)) return `"${name}" is not imported; import it from '${DOOR}'`
  if (near !== '') return `unknown name "${name}"${maybe(near)}`
  if (calls.includes(name)) return `unknown name "${name}"; write the name of a call in quotes`
  return `unknown name "${name}"`
}

/** The forms of messages, and what is said instead. The first that matches counts. */
const FORMS: readonly (readonly [RegExp, Say])[] = [
  [
    /to parameter of type 'Mistake<"((?:[^"\\]|\\.)*)">'/,
    ([text = ''], { calls }) => {
      const sentence = unescaped(text)
      const [, name] = NO_CALL.exec(sentence) ?? []
      return name === undefined ? sentence : `${sentence}${didYouMean(name, calls)}`
    },
  ],
  [
    /Type '([^']*)' is not assignable to type 'ConditionOr<"([^"]*)">'/,
    ([type = '', sentence = '']) =>
      `the callback returns ${type === 'void' ? 'nothing' : nameOf(type)}, and not a condition; ${sentence}`,
  ],
  [/to parameter of type 'KnownItem<.*, "((?:[^"\\]|\\.)*)">'/, ([text = '']) => unescaped(text)],
  [
    /^Property '(.*)' does not exist on type 'ArgumentsOfCall<(.*), ((?:"\w+"(?: \| )?)+)>'/,
    ([name = '', args = '', calls = '']) => {
      const [names, on] = [quotedIn(args), quotedIn(calls)]
      const hint = didYouMean(name, names, `; there is ${names.join(', ')}`)
      return `${on.join(' and ')} ${on.length === 1 ? 'has' : 'have'} no argument "${name}"${hint}`
    },
  ],
  [
    /^Property '(.*)' does not exist on type 'NothingInCommon<(.*)>'/,
    ([name = '', calls = '']) =>
      `${quotedIn(calls).join(' and ')} have no argument "${name}" in common; write a rule for each call`,
  ],
  [
    /^Property '(.*)' does not exist on type 'NoArguments'/,
    ([name = '']) => `the arguments of this call have no names, and so no "${name}"; test them by arg(0)`,
  ],
  [
    /^Property '(.*)' does not exist on type '(.*?)'\.(?: Did you mean '(.*)'\?)?/,
    ([name = '', type = '', near = ''], { members }) =>
      `${nameOf(type)} has no "${name}"${near === '' ? didYouMean(name, members) : maybe(near)}`,
  ],
  [
    /^Cannot find name '(.*?)'\.(?: Did you mean '(.*)'\?)?/,
    ([name = '', near = ''], known) => unknownName(name, near, known),
  ],
  [
    /^Module '"(.*)"' has no exported member '(.*)'|^'"(.*)"' has no exported member named '(.*?)'\.(?: Did you mean '(.*)'\?)?/,
    ([module = '', name = '', other = '', misspelt = '', near = '']) =>
      `${module}${other} exports no "${name}${misspelt}"${maybe(near)}`,
  ],
  [
    /^Cannot find module '(.*?)'/,
    ([name = ''], { modules }) =>
      `there is no module "${name}" here${didYouMean(name, modules, `; there is ${modules.join(', ')}`)}`,
  ],
  [
    /^Object literal may only specify known properties, (?:and|but) '(.*?)' does not exist in type '(.*?)'\.(?: Did you mean to write '(.*)'\?)?/,
    ([name = '', type = '', near = '']) => `"${name}" is not among ${nameOf(type)}${maybe(near)}`,
  ],
  [
    /Property '(.*)' is missing in type '.*' but required in type '(.*)'/,
    ([name = '', type = '']) => `"${name}" is missing among ${nameOf(type)}`,
  ],
  [
    /Type '"(.*?)"' is not assignable to type '.*'\. Did you mean '"(.*)"'\?/,
    ([name = '', near = '']) => `"${name}" does not fit here${maybe(near)}`,
  ],
  [
    /^Argument of type '"(.*)"' is not assignable to parameter of type '(?:number \| )?ErrnoName/,
    ([name = ''], { errnos }) => `no errno is named "${name}"${didYouMean(name, errnos)}`,
  ],
  [
    /^Expected (.*) arguments?, but got (\d+)/,
    ([wanted = '', given = '']) => `expected ${wanted} ${wanted === '1' ? 'argument' : 'arguments'}; got ${given}`,
  ],
  [
    /^(?:Argument of type|Type) '(.*?)' is not assignable to (?:parameter of )?type '(.*?)'\.(?:\n|$)/,
    ([given = '', wanted = '']) => `expected ${nameOf(wanted)}; got ${nameOf(given)}`,
  ],
  [/^A module cannot have multiple default exports/, () => 'a policy has one default export, and this has several'],
  [/^'(.*)' expected\./, ([text = '']) => `expected "${text}"`],
  [/^Expression expected\./, () => 'expected a value'],
  [/^Declaration or statement expected\./, () => 'expected a statement'],
  [/^Unterminated string literal\./, () => 'this text has no closing quote'],
  [/^Unknown keyword or identifier\. Did you mean '(.*)'\?/, ([near = '']) => `unknown word${maybe(near)}`],
] // prettier-ignore

/** The first line of a message, as an error of this project is written. */
function plain(message: string): string {
  const [first = ''] = message.split('\n')
  const quoted = first.replaceAll(/'([^']*)'/g, (_, text: string) => `"${short(text)}"`)
  return `${quoted.slice(0, 1).toLowerCase()}${quoted.slice(1).replace(/\.$/, '')}`
}

/** What is wrong, and what to do, for the `message` of TypeScript. */
export function faultText(message: string, known: KnownNames): string {
  for (const [form, say] of FORMS) {
    const found = form.exec(message)
    if (found !== null) return say(found.slice(1).map((group: string | undefined) => group ?? ''), known)
  }
  return plain(message)
} // prettier-ignore
