import { headingLines, insnLines } from './filter-lines.ts'
import type { NamedFilter } from './filter-lines.ts'
import type { SourceOptions } from './options.ts'

function array({ name, program }: NamedFilter, options: SourceOptions): readonly string[] {
  const lines = insnLines(
    program,
    options,
    ({ code, jt, jf, k }) => `    libc::sock_filter { code: ${code}, jt: ${jt}, jf: ${jf}, k: ${k} },`,
    (line, comment) => `${line} // ${comment}`,
  )
  return [
    '#[rustfmt::skip]',
    ...(/[a-z]/.test(name) ? ['#[allow(non_upper_case_globals)]'] : []),
    `pub static ${name}: [libc::sock_filter; ${program.length}] = [`,
    ...lines,
    '];',
  ]
}

/** A module of Rust with an array of `libc::sock_filter`. */
export function writeRust(filters: readonly NamedFilter[], options: SourceOptions): string {
  const order = options.endianness
  return [
    ...headingLines(filters, options).map((line) => `// ${line}`),
    '',
    `#[cfg(not(target_endian = "${order}"))]`,
    `compile_error!("this filter is for ${order}-endian machines");`,
    ...filters.flatMap((filter) => ['', ...array(filter, options)]),
    '',
  ].join('\n')
}
