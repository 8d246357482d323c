/* The numbers of the assembly: digits, names of calls, and words for values of arch. */
import { AUDIT_ARCH } from '@seccompile/abi'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { architectureOf, ARCHITECTURES, callNumber } from './architectures.ts'
import type { ToolsToken, ToolsTokens } from './tokens.ts'

const MAX_DEPTH = 64

/**
 * The u32 at the next tokens, with or without parentheses.
 * @throws AssemblyError where there is no u32
 */
export function takeConstant(tokens: ToolsTokens, abis: readonly AbiTable[]): number {
  let depth = 0
  while (tokens.peek().text === '(') {
    const { offset } = tokens.take()
    depth += 1
    if (depth > MAX_DEPTH)
      throw tokens.error('E_LIMIT', `a number has at most ${MAX_DEPTH} parentheses`, offset)
  }
  const token = tokens.peek()
  if (token.kind !== 'number' && token.kind !== 'word')
    throw tokens.unexpected('expected a number or the name of a system call')
  const value = token.kind === 'number' ? digits(token, tokens) : named(token, tokens, abis)
  tokens.take()
  for (; depth > 0; depth -= 1) tokens.expect(')', 'a number in parentheses ends in ")"')
  return value
}

/**
 * The number of a token. The tool cuts a larger number to 32 bits, and reads 010 as ten. Here the first is an error,
 * and the second is the same.
 */
function digits({ text, offset }: ToolsToken, tokens: ToolsTokens): number {
  if (!/^-?(?:0x[0-9a-f]+|[0-9]+)$/i.test(text))
    throw tokens.error('E_NUMBER', `${quote(text)} is no number; write 12 or 0xc`, offset)
  const value = text.startsWith('-') ? -Number(text.slice(1)) : Number(text)
  if (value <= 0xffff_ffff && value >= -0x8000_0000) return value >>> 0
  const what = `${quote(text)} does not fit 32 bits; numbers go from -2147483648 to 4294967295`
  throw tokens.error('E_NUMBER', what, offset)
}

/** The values of arch by the tool's words. An architecture that the tool lacks has a word of the same form. */
const ARCH_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries(AUDIT_ARCH).map(([name, value]) => [`ARCH_${name}`, value]),
)

function named(token: ToolsToken, tokens: ToolsTokens, abis: readonly AbiTable[]): number {
  const { text, offset } = token
  const arch = ARCH_WORDS.get(text.toUpperCase())
  if (arch !== undefined) return arch
  const [prefix, name] = text.split('.')
  if (name !== undefined) return qualified(prefix!, name, token, tokens, abis)
  const [main] = abis
  const value = main === undefined ? undefined : callNumber(main, text)
  if (value !== undefined) return value
  const rest = main === undefined ? '; no architecture is given, so write its number' : ''
  throw tokens.error(
    'E_NAME',
    `unknown name ${quote(text)}${didYouMean(text, candidates(main), rest)}`,
    offset,
  )
}

const candidates = (main: AbiTable | undefined): Iterable<string> => [
  ...(main?.numbers.keys() ?? []),
  ...ARCH_WORDS.keys(),
]

/** The number of a call with a prefix: `i386.read`. */
function qualified(
  prefix: string,
  name: string,
  { text, offset }: ToolsToken,
  tokens: ToolsTokens,
  abis: readonly AbiTable[],
): number {
  const names = ARCHITECTURES.map((one) => one.name)
  const architecture = ARCHITECTURES.find((one) => one.name === prefix)
  if (architecture === undefined) {
    const hint = didYouMean(prefix, names, `; there are ${names.join(', ')}`)
    throw tokens.error('E_NAME', `unknown architecture ${quote(prefix)}${hint}`, offset)
  }
  const abi = abis.find(({ token }) => token === architecture.token)
  if (abi === undefined)
    throw tokens.error(
      'E_NAME',
      `${quote(text)} needs the table of ${architecture.token}, which is not given`,
      offset,
    )
  const value = callNumber(abi, name)
  if (value !== undefined) return value
  const hint = didYouMean(name, abi.numbers.keys())
  throw tokens.error(
    'E_NAME',
    `unknown system call ${quote(name)} on ${architectureOf(abi.token)!.name}${hint}`,
    offset,
  )
}
