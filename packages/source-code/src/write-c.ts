import { headingLines, insnLines } from './filter-lines.ts'
import type { NamedFilter } from './filter-lines.ts'
import type { SourceOptions } from './options.ts'

/** An array of `struct sock_filter`, and the `struct sock_fprog` that prctl(2) and seccomp(2) take. */
function array({ name, program }: NamedFilter, options: SourceOptions): readonly string[] {
  const lines = insnLines(
    program,
    options,
    ({ code, jt, jf, k }) => `\t{ ${code}, ${jt}, ${jf}, ${k} },`,
    (line, comment) => `${line} /* ${comment} */`,
  )
  return [
    `static const struct sock_filter ${name}[${program.length}] = {`,
    ...lines,
    '};',
    '',
    `static const struct sock_fprog ${name}_prog = {`,
    `\tsizeof(${name}) / sizeof(${name}[0]),`,
    `\t(struct sock_filter *)${name},`,
    '};',
  ]
}

/**
 * A header of C, which C++ takes too. It has plain initialisers, since BPF_STMT sets `jt` and `jf` to 0.
 * @see include/uapi/linux/filter.h: struct sock_filter, struct sock_fprog
 */
export function writeC(filters: readonly NamedFilter[], stem: string, options: SourceOptions): string {
  const guard = `${stem.toUpperCase().replace(/^_+/, '')}_H`
  const order = options.endianness
  return [
    '/*',
    ...headingLines(filters, options).map((line) => ` * ${line}`),
    ' */',
    `#ifndef ${guard}`,
    `#define ${guard}`,
    '',
    '#include <linux/filter.h>',
    '',
    `#if __BYTE_ORDER__ != __ORDER_${order.toUpperCase()}_ENDIAN__`,
    `#error "this filter is for ${order}-endian machines"`,
    '#endif',
    ...filters.flatMap((filter) => ['', ...array(filter, options)]),
    '',
    '#endif',
    '',
  ].join('\n')
}
