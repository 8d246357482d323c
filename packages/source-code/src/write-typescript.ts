import { headingLines, insnLines } from './filter-lines.ts'
import type { NamedFilter } from './filter-lines.ts'
import type { SourceOptions } from './options.ts'

const TYPE =
  'readonly { readonly code: number; readonly jt: number; readonly jf: number; readonly k: number }[]'

function array({ name, program }: NamedFilter, options: SourceOptions): readonly string[] {
  const lines = insnLines(
    program,
    options,
    ({ code, jt, jf, k }) => `  { code: ${code}, jt: ${jt}, jf: ${jf}, k: ${k} },`,
    (line, comment) => `${line} // ${comment}`,
  )
  return [`export const ${name}: ${TYPE} = [`, ...lines, ']']
}

/**
 * A module of TypeScript: a list of instructions, in the form that `encode` of `@seccompile/cbpf` takes, and the byte
 * order.
 */
export function writeTypescript(
  filters: readonly NamedFilter[],
  stem: string,
  options: SourceOptions,
): string {
  return [
    ...headingLines(filters, options).map((line) => `// ${line}`),
    ...filters.flatMap((filter) => ['', ...array(filter, options)]),
    '',
    `export const ${stem}Endianness: 'little' | 'big' = '${options.endianness}'`,
    '',
  ].join('\n')
}
