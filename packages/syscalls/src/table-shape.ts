import { endianness, fail, text, u32 } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import type { AbiTable } from './table/abi.ts'

/** Whether `value` is a Map. By tag: a table may come from another realm. */
const isMap = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Map]'

/** The table of an ABI, not copied. The reader checks its facts, but not its hundreds of entries. */
export const tableReader: Reader<AbiTable> = (at) => {
  const table = at.value as AbiTable | null // checked below
  if (typeof table !== 'object' || table === null || !isMap(table.numbers) || !isMap(table.names))
    return fail(at, 'the table of an ABI, such as abiTable("x86_64")')
  const field = <T>(name: keyof AbiTable, reader: Reader<T>): T =>
    reader({ ...at, value: table[name], where: `${at.where}.${name}` })
  field('token', text)
  field('endianness', endianness)
  for (const name of ['auditArch', 'base', 'newest'] as const) field(name, u32)
  field('wordSize', (word) => (word.value === 32 || word.value === 64 ? word.value : fail(word, '32 or 64')))
  return table
}
