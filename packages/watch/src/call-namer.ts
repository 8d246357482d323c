/* Names for the calls that a watcher saw. */
import { argumentNames, callTables, verdictAt, verdictFacts } from '@seccompile/describe'
import { countedArguments } from '@seccompile/recording'
import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { CountedCalls } from './seen.ts'

/** Calls that were seen, with the names of what they are. */
export interface WatchedCalls extends CountedCalls {
  /** The ABI of the call, or the first one of its `arch`. */
  readonly abi: AbiToken | undefined
  /** The name of the call; `undefined` where no table has its number. */
  readonly name: string | undefined
  /** The call with its arguments, `…` for those that are not known: `socket(family=AF_INET, type=SOCK_STREAM, protocol=0)`. */
  readonly text: string
  /** The verdict with the name of its errno: `ERRNO(EPERM)`. */
  readonly answer: string
  /** The name of the errno of the verdict: `EPERM`. */
  readonly errno?: string
}

/** Names calls on a machine with the ABIs of `tokens`. */
export function callNamer(tokens: readonly AbiToken[]): (calls: CountedCalls) => WatchedCalls {
  const abis = tokens.map((token) => signedAbiTable(token))
  const tables = callTables(abis)
  const named = argumentNames(abis)

  /** The arguments with their names, by the bits that the kernel reads; a call without a name has six words. */
  const argumentTexts = ({ arch, nr, args: values }: CountedCalls): readonly string[] => {
    if (values === undefined) return ['…']
    const found = tables.find(arch, nr)
    const counted = found === undefined ? [] : countedArguments(found.abi.token, found.name)
    const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n] = values.map((value = 0n, at) =>
      BigInt.asUintN(counted.find(({ index }) => index === at)?.width ?? 64, value),
    )
    const texts = named.values({ arch, nr, args: [a, b, c, d, e, f] }, { all: true })
    if (texts === undefined)
      return values.every((value) => value === undefined)
        ? []
        : values.map((value) => (value === undefined ? '…' : `0x${value.toString(16)}`))
    const signature = found && signatureOf(found.abi, found.name)
    const isKnown = (name: string): boolean =>
      signature?.args.some((argument) => argument.name === name && values[argument.index] === undefined) !==
      true
    return texts.map(({ name, text }) => `${name}=${isKnown(name) ? text : '…'}`)
  }

  return (calls) => {
    const { arch, nr, verdict } = calls
    const found = tables.find(arch, nr)
    const { errno } = verdictFacts({ verdict }, arch)
    return {
      ...calls,
      abi: found?.abi.token ?? tables.of(arch)[0]?.token,
      name: found?.name,
      text: `${found?.name ?? `call ${nr}`}(${argumentTexts(calls).join(', ')})`,
      answer: verdictAt(verdict, arch),
      ...(errno === undefined ? {} : { errno }),
    }
  }
}
