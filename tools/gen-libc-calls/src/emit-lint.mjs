import { constantsOf, importLines } from './emit.mjs'

/** A call of a function of lint as a literal. */
function lintCall({ text, by, fallsBack }) {
  const [, name, argument, value] = /^(\w+)(?:\((\w+)=(.+)\))?$/.exec(text)
  const test =
    argument === undefined
      ? ''
      : `, test: { argument: '${argument}', constants: [${value.split('|').join(', ')}] }`
  return `{ name: '${name}'${test}${by === undefined ? '' : `, by: '${by}'`}${fallsBack ? ', fallsBack: true' : ''} }`
}

/** The text of the module for lint. */
export function lintText({ older, first }, { glibc, musl }) {
  const texts = first.flatMap(({ functions }) =>
    functions.flatMap(({ calls }) => calls.map(({ text }) => text)),
  )
  const constants = constantsOf(texts)
  const pairs = older.map(([call, olds]) => `  ${call}: [${olds.map((old) => `'${old}'`).join(', ')}],`)
  const row = ({ function: of, calls }) => `      ${of}: [${calls.map(lintCall).join(', ')}],`
  const groups = first.map(
    ({ abis, functions }) =>
      `  {\n    abis: '${abis}',\n    functions: {\n${functions.map(row).join('\n')}\n    },\n  },`,
  )
  return `// Written by tools/gen-libc-calls from the table of @seccompile/libc-calls (glibc ${glibc}, musl ${musl}), by the choices in its lint-choices.mjs.
// Make it again: node tools/gen-libc-calls/gen-lint-calls.mjs
${importLines(constants)}
import type { Constant } from '@seccompile/constants'

/** A call that a library makes for a function. */
export interface FirstCall {
  readonly name: string
  /** The constants of an argument, joined by bitwise or, that tell the call from others of its name; absent where any call will do. */
  readonly test?: { readonly argument: string; readonly constants: readonly Constant[] }
  /** The libraries of today that make the call first; absent where they make it only after ENOSYS, or only older versions make it. */
  readonly by?: string
  /** Whether these libraries make another call after ENOSYS. */
  readonly fallsBack?: true
}

/** Newer calls, each with the older calls that a library makes after ENOSYS. */
export const OLDER_AFTER_ENOSYS: Readonly<Record<string, readonly string[]>> = {
${pairs.join('\n')}
}

/** On these ABIs, the calls that libraries make for each function. A function for which all make one call is not there. */
// prettier-ignore
export const FIRST_CALLS: readonly { readonly abis: string; readonly functions: Readonly<Record<string, readonly FirstCall[]>> }[] = [
${groups.join('\n')}
]
`
}
