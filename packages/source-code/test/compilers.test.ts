/* Compilers yield the same bytes from the texts. Rust and Go take longer: compilers.long.test.ts. */
import { encode } from '@seccompile/cbpf'
import { writeSource } from '@seccompile/source-code'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { endianness as machine, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { has } from './not-run.ts'
import { FILTER } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'source-code-'))
afterAll(() => rmSync(folder, { recursive: true }))
const order = machine() === 'LE' ? 'little' : 'big'
const bytes = Buffer.from(encode(FILTER, order))

const MAIN = `#include <stdio.h>
#include "filter.h"
int main(void)
{
	fwrite(web_1_prog.filter, sizeof(struct sock_filter), web_1_prog.len, stdout);
	fwrite(web_2, 1, sizeof(web_2), stdout);
	return 0;
}
`

it.runIf(has('cc', '--version', 'filters compiled as C'))('a compiler of C makes the filters', () => {
  writeFileSync(
    join(folder, 'filter.h'),
    writeSource('c', [FILTER, FILTER], { endianness: order, name: 'web' }),
  )
  writeFileSync(join(folder, 'main.c'), MAIN)
  const out = join(folder, 'c')
  execFileSync('cc', [
    '-std=c99',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-pedantic',
    '-o',
    out,
    join(folder, 'main.c'),
  ])
  expect(execFileSync(out)).toEqual(Buffer.concat([bytes, bytes]))
})

it.runIf(has('cc', '--version', 'a filter of the other byte order as C'))(
  'a compiler of C refuses the other byte order',
  () => {
    const other = order === 'little' ? 'big' : 'little'
    writeFileSync(join(folder, 'other.h'), writeSource('c', [FILTER], { endianness: other }))
    expect(() =>
      execFileSync('cc', ['-fsyntax-only', '-x', 'c', join(folder, 'other.h')], { stdio: 'pipe' }),
    ).toThrow(`this filter is for ${other}-endian machines`)
  },
)

it('a module of TypeScript has the instructions and their byte order', async () => {
  const path = join(folder, 'filter.ts')
  writeFileSync(path, writeSource('typescript', [FILTER], { endianness: order, name: 'web' }))
  const module = (await import(/* @vite-ignore */ path)) as object
  expect({ ...module }).toEqual({ web: FILTER, webEndianness: order })
})
