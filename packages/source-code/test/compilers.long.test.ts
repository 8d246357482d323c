/* The compilers of Rust, Go and TypeScript yield the same bytes from the texts. */
import { encode } from '@seccompile/cbpf'
import { writeSource } from '@seccompile/source-code'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { endianness as machine, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { has } from './not-run.ts'
import { FILTER } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'source-code-'))
afterAll(() => rmSync(folder, { recursive: true }))
const order = machine() === 'LE' ? 'little' : 'big'
const bytes = Buffer.from(encode(FILTER, order))
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)

/** A module with its own copy of the structure of the crate libc, which would need a registry. */
const RUST = `#![deny(warnings)]
mod libc {
    #[repr(C)]
    pub struct sock_filter { pub code: u16, pub jt: u8, pub jf: u8, pub k: u32 }
}
include!("filter.rs");
fn main() {
    use std::io::Write;
    let mut out = std::io::stdout();
    for f in web_1.iter().chain(web_2.iter()) {
        out.write_all(&f.code.to_ne_bytes()).unwrap();
        out.write_all(&[f.jt, f.jf]).unwrap();
        out.write_all(&f.k.to_ne_bytes()).unwrap();
    }
}
`

it.runIf(has('rustc', '--version', 'filters compiled as Rust'))(
  'a compiler of Rust makes the filters',
  () => {
    write('filter.rs', writeSource('rust', [FILTER, FILTER], { endianness: order, name: 'web' }))
    write('main.rs', RUST.replace('mod libc', '#[allow(non_camel_case_types)]\nmod libc'))
    const out = join(folder, 'rust')
    execFileSync('rustc', ['--edition', '2021', '-o', out, join(folder, 'main.rs')], { cwd: folder })
    expect(execFileSync(out)).toEqual(Buffer.concat([bytes, bytes]))
  },
)

const GO = `package main

import (
	"encoding/binary"
	"os"
)

func main() {
	binary.Write(os.Stdout, binary.NativeEndian, SeccompFilter_1)
	binary.Write(os.Stdout, binary.NativeEndian, SeccompFilter_2)
}
`

it.runIf(has('go', 'version', 'filters compiled as Go'))('a compiler of Go makes the filters', () => {
  // A copy of the structure of golang.org/x/sys/unix, which would need a registry.
  mkdirSync(join(folder, 'sys/unix'), { recursive: true })
  write('sys/go.mod', 'module golang.org/x/sys\n\ngo 1.21\n')
  write(
    'sys/unix/unix.go',
    'package unix\n\ntype SockFilter struct {\n\tCode uint16\n\tJt, Jf uint8\n\tK uint32\n}\n',
  )
  write(
    'go.mod',
    'module web\n\ngo 1.21\n\nrequire golang.org/x/sys v0.0.0\n\nreplace golang.org/x/sys => ./sys\n',
  )
  write('main.go', GO)
  write('filter.go', writeSource('go', [FILTER, FILTER], { endianness: order, package: 'main' }))
  const env = { ...process.env, GOPROXY: 'off', GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' }
  expect(execFileSync('go', ['run', '.'], { cwd: folder, env })).toEqual(Buffer.concat([bytes, bytes]))
  expect(execFileSync('gofmt', ['-l', 'filter.go'], { cwd: folder, encoding: 'utf8' })).toBe('')
})

it.runIf(has('go', 'version', 'the architectures of Go'))('names every architecture of Go', () => {
  const all = execFileSync('go', ['tool', 'dist', 'list'], { encoding: 'utf8' }).split('\n')
  const named = (['little', 'big'] as const).flatMap((endianness) => {
    const text = writeSource('go', [FILTER], { endianness })
    return /^\/\/go:build linux && \((.*)\)$/m.exec(text)![1]!.split(' || ')
  })
  const linux = all.filter((one) => one.startsWith('linux/')).map((one) => one.slice('linux/'.length))
  expect(named.toSorted()).toEqual(linux.toSorted())
})

it('TypeScript finds no fault in a module', () => {
  write('filter.ts', writeSource('typescript', [FILTER, FILTER], { endianness: order }))
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url))
  const options = ['--noEmit', '--strict', '--declaration', '--isolatedDeclarations', '--erasableSyntaxOnly']
  expect(execFileSync(tsc, [...options, 'filter.ts'], { cwd: folder, encoding: 'utf8' })).toBe('')
})
