import type { Endianness } from '@seccompile/abi'
import { headingLines, inComment, insnLines } from './filter-lines.ts'
import type { NamedFilter } from './filter-lines.ts'
import type { SourceOptions } from './options.ts'

/** For each byte order, the values of GOARCH for Linux. @see `go tool dist list` */
const ARCHITECTURES: Readonly<Record<Endianness, readonly string[]>> = {
  little: ['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips64le', 'mipsle', 'ppc64le', 'riscv64'],
  big: ['mips', 'mips64', 'ppc64', 's390x'],
}

function array({ name, program }: NamedFilter, options: SourceOptions): readonly string[] {
  const lines = insnLines(
    program,
    options,
    ({ code, jt, jf, k }) => `\t{Code: ${code}, Jt: ${jt}, Jf: ${jf}, K: ${k}},`,
    (line, comment) => `${line} // ${comment}`,
  )
  return [`var ${name} = []unix.SockFilter{`, ...lines, '}']
}

/** A file of Go in the format of gofmt, with a slice of `unix.SockFilter`. */
export function writeGo(filters: readonly NamedFilter[], options: SourceOptions): string {
  const { madeBy, endianness, package: name = 'seccomp', ...rest } = options
  return [
    // Go tools recognise generated files by this line: https://go.dev/s/generatedcode
    `// Code generated ${madeBy === undefined ? 'from a seccomp filter' : `by ${inComment(madeBy)}`}. DO NOT EDIT.`,
    '//',
    ...headingLines(filters, { ...rest, endianness }).map((line) => `// ${line}`),
    '',
    `//go:build linux && (${ARCHITECTURES[endianness].join(' || ')})`,
    '',
    `package ${name}`,
    '',
    'import "golang.org/x/sys/unix"',
    ...filters.flatMap((filter) => ['', ...array(filter, options)]),
    '',
  ].join('\n')
}
