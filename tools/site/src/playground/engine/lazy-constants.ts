/*
 * The catalogue of constants, of which only families in use are loaded.
 *
 * Modules that show a value ask the catalogue for the names of a family, and cannot wait for a file. So a catalogue
 * that lacks the family answers that there are no names, and records the family. `complete` runs a calculation, loads
 * the recorded families, and runs the calculation again. The last run found every family that it asked for, so its
 * result equals the result with the whole catalogue. A calculation runs a second time only when it needs a family for
 * the first time.
 */
import { constantReader } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import type { FamilyFacts, FamilyKind } from '@seccompile/constants/all'
import { read } from '@seccompile/shape'
import { abis } from '@seccompile/syscalls'

/** A family in a file: name, what it is, kind, masks, aliases, and its constants as text. */
export type PackedFamily = readonly [
  family: string,
  what: string,
  kind: FamilyKind,
  masks: readonly (number | string)[],
  aliases: readonly string[],
  constants: string,
]

/** A file of constants. */
export interface ConstantFile {
  readonly families: readonly string[]
  readonly load: () => Promise<{ readonly default: readonly PackedFamily[] }>
}

/** The index of an ABI in the list of all ABIs, as a digit of base 36: there are fewer ABIs than digits. */
const digitOf = (token: string): string => abis.findIndex((abi) => abi.token === token).toString(36)

/** The ABI with the index `digit`. */
const tokenAt = (digit: string): string => abis[Number.parseInt(digit, 36)]?.token ?? ''

/**
 * Exceptions of `value`, such as `4 80,lm null`. A digit is an ABI. ABIs with one value stand together, before the
 * difference of their value from `value`.
 */
function packedExceptions(on: NonNullable<Constant['on']>, value: number): string {
  const entries = Object.entries(on)
  const tokens = (of: number | null): string =>
    entries
      .filter(([, other]) => other === of)
      .map(([token]) => digitOf(token))
      .join('')
  const others = [...new Set(entries.map(([, other]) => other))]
  return others.map((of) => `${tokens(of)} ${of === null ? of : (of - value).toString(16)}`).join(',')
}

/** A family as text of few bytes: values are hexadecimal, and each is the difference from the one before. */
export function packed({ family, what, kind, masks, aliases, constants }: FamilyFacts): PackedFamily {
  let before = 0
  const lines = constants.map(({ constant, value, on }) => {
    const difference = value === undefined ? '' : (value - before).toString(16)
    before = value ?? before
    const first = `${constant} ${difference}`
    return on === undefined ? first : `${first},${packedExceptions(on, before)}`
  })
  const names = masks.map((mask) => (typeof mask === 'number' ? mask : mask.constant))
  return [family, what, kind, names, aliases, lines.join(';')]
}

/** The exceptions that {@link packedExceptions} wrote. */
function unpackedExceptions(texts: readonly string[], value: number): NonNullable<Constant['on']> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const [digits = '', other = ''] = text.split(' ')
      const on = other === 'null' ? null : value + Number.parseInt(other, 16)
      return Array.from(digits, (digit) => [tokenAt(digit), on])
    }),
  )
}

function unpackedConstants(family: string, text: string): readonly Constant[] {
  let before = 0
  return text.split(';').map((line) => {
    const [first = '', ...exceptions] = line.split(',')
    const [constant, difference = ''] = first.split(' ')
    if (difference !== '') before += Number.parseInt(difference, 16)
    const fields = {
      constant,
      family,
      ...(difference === '' ? {} : { value: before }),
      ...(exceptions.length === 0 ? {} : { on: unpackedExceptions(exceptions, before) }),
    }
    return read(constantReader, fields, 'constant')
  })
}

/** The family that `packed` wrote as text. */
export function unpacked([family, what, kind, masks, aliases, text]: PackedFamily): FamilyFacts {
  const constants = unpackedConstants(family, text)
  const named = (mask: number | string): number | Constant =>
    typeof mask === 'number' ? mask : (constants.find(({ constant }) => constant === mask) ?? 0)
  return { family, what, kind, masks: masks.map(named), aliases, constants }
}

/** A family before it is loaded: its values have no names. */
const unknown = (family: string): FamilyFacts => ({
  family,
  what: '',
  kind: 'various',
  masks: [],
  aliases: [],
  constants: [],
})

/**
 * A catalogue of constants for the life of a Worker. A family never changes, so the order of loading does not matter.
 */
export class LazyConstants {
  readonly #files: readonly ConstantFile[]
  readonly #loaded = new Map<string, FamilyFacts>()
  readonly #wanted = new Set<ConstantFile>()
  /** Every family, in the order of the catalogue; facts of a family are present once its file is loaded. */
  readonly families: readonly FamilyFacts[]

  constructor(files: readonly ConstantFile[]) {
    this.#files = files
    this.families = files.flatMap((file) => file.families.map((family) => this.#standIn(family, file)))
  }

  /** The constant of a C name. A name that no loaded family has makes `complete` load all families. */
  named(name: string): Constant | undefined {
    for (const { constants } of this.#loaded.values())
      for (const one of constants) if (one.constant === name) return one
    for (const file of this.#files) this.#wanted.add(file)
    return undefined
  }

  /** The result of `run` with every family that it asks for. `run` may run again, so it must change nothing. */
  async complete<T>(run: () => T | Promise<T>): Promise<T> {
    for (;;) {
      const before = this.#loaded.size
      const outcome = await settled(run)
      const missing = [...this.#wanted].filter(
        ({ families }) => !families.every((of) => this.#loaded.has(of)),
      )
      // Another calculation may meanwhile have loaded a family that this run lacked.
      if (missing.length === 0 && this.#loaded.size === before) return outcome()
      await Promise.all(missing.map(async (file) => this.#keep(await file.load())))
    }
  }

  #keep({ default: families }: { readonly default: readonly PackedFamily[] }): void {
    for (const one of families) this.#loaded.set(one[0], unpacked(one))
  }

  #standIn(family: string, file: ConstantFile): FamilyFacts {
    const facts = (): FamilyFacts => {
      const found = this.#loaded.get(family)
      if (found === undefined) this.#wanted.add(file)
      return found ?? unknown(family)
    }
    return {
      family,
      get what(): string {
        return facts().what
      },
      get kind(): FamilyKind {
        return facts().kind
      },
      get masks(): FamilyFacts['masks'] {
        return facts().masks
      },
      get aliases(): readonly string[] {
        return facts().aliases
      },
      get constants(): readonly Constant[] {
        return facts().constants
      },
    }
  }
}

/** The outcome of `run`: a function that yields its result, or throws its error. */
async function settled<T>(run: () => T | Promise<T>): Promise<() => T> {
  try {
    const result = await run()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}
