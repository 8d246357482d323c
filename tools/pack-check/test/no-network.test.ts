/* docs/trust.md: no source of a package opens a network connection. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PACKAGES = join(import.meta.dirname, '../../../packages')

/** What opens a connection: modules of Node, and what browsers and Node have without an import. */
const NETWORK =
  /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"](?:node:)?(?:http2?|https|net|tls|dgram|dns|inspector)(?:\/promises)?['"]|\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|WebTransport|sendBeacon)\(/

/** The files with a reason: strace writes to a descriptor, which Node reads as a socket. */
const LISTED = ['watch/src/strace.ts']

/** Code without its comments. */
const code = (text: string): string => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

const files = readdirSync(PACKAGES).flatMap((name) =>
  readdirSync(join(PACKAGES, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]s$/.test(file))
    .map((file) => `${name}/src/${file}`),
)

describe('the sources of the packages', () => {
  it('open no network connection', () => {
    expect(files.length).toBeGreaterThan(500)
    const found = files.filter((file) => NETWORK.test(code(readFileSync(join(PACKAGES, file), 'utf8'))))
    expect(found).toEqual(LISTED)
  })

  it.each([
    "import { request } from 'node:https'",
    'const { connect } = await import("net")',
    'await fetch(url)',
  ])('would be found by %s', (line) => {
    expect(NETWORK.test(code(line))).toBe(true)
  })

  it('read a descriptor where they have a socket', () => {
    for (const file of LISTED) {
      const text = readFileSync(join(PACKAGES, file), 'utf8')
      expect(text.match(/node:net/g)).toHaveLength(1)
      expect(text).not.toMatch(/\.connect\(/)
      expect(text).toMatch(/new Socket\(\{\s+fd:/)
    }
  })
})
