import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCommand } from '../src/system/find-command.ts'

const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
const at = (...parts: readonly string[]): string => join(folder, ...parts)
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  mkdirSync(at('one', 'tool'), { recursive: true })
  mkdirSync(at('two'))
  for (const [name, mode] of [
    ['two/tool', 0o755],
    ['two/plain', 0o644],
    ['one/here', 0o755],
  ] as const) {
    writeFileSync(at(name), '')
    chmodSync(at(name), mode)
  }
})

const path = `${at('one')}:${at('none')}:${at('two')}`
const found = (name: string, searched: string = path, cwd?: string): string => {
  const answer = findCommand(Buffer.from(name), searched, cwd)
  return answer.kind === 'found' ? Buffer.from(answer.path).toString() : `${answer.kind}: ${answer.message}`
}

describe('findCommand', () => {
  it('takes the first of PATH that can be run', () => {
    expect(found('tool')).toBe(at('two', 'tool')) // in "one" it is a directory
    expect(found('here')).toBe(at('one', 'here'))
  })

  it('takes a name with a slash as it is', () => {
    expect(found(at('two', 'tool'))).toBe(at('two', 'tool'))
    expect(found('two/tool', '', folder)).toBe(at('two', 'tool'))
    expect(found('./nothing', path)).toBe('missing: ./nothing: no such command')
  })

  it('looks in the current folder where PATH has an empty part', () => {
    expect(found('tool', `:${at('one')}`, at('two'))).toBe(at('two', 'tool'))
  })

  it('tells what is not there from what cannot be run', () => {
    expect(found('nothing')).toBe('missing: nothing: no such command')
    expect(found('plain')).toBe(`unusable: ${at('two', 'plain')}: permission denied`)
    expect(found(at('one', 'tool'))).toBe(`unusable: ${at('one', 'tool')}: it is a directory`)
    expect(found('')).toBe('missing: the name of the command is empty')
    expect(found('a\0b')).toBe('missing: the name of the command has a NUL in it')
    expect(found(`${at('two', 'tool')}/x`)).toContain('missing')
  })

  it('passes over what may not be searched, as shells do', () => {
    mkdirSync(at('shut'), { mode: 0 }) // root may search it, and finds nothing
    symlinkSync('loop', at('loop'))
    expect(found('nothing', `${at('shut')}:${at('loop')}:${path}`)).toBe('missing: nothing: no such command')
    expect(found(at('loop', 'tool'))).toBe(`unusable: ${at('loop', 'tool')}: ELOOP`)
  })

  it('takes names that are no UTF-8', () => {
    const name = Buffer.concat([Buffer.from(at('two')), Buffer.from([0x2f, 0xff])])
    writeFileSync(name, '')
    chmodSync(name, 0o755)
    expect(findCommand(name, undefined)).toEqual({ kind: 'found', path: name })
  })
})
