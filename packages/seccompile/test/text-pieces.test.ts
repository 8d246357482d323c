import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textPieces } from '../src/io/input.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PIECE = 64 * 1024

/** A file of `size` bytes of zero, which takes no room on the disk. */
function holes(size: number): string {
  const path = file('holes', '')
  truncateSync(path, size)
  return path
}

describe('the pieces of a text', () => {
  it('are its characters, wherever a piece is cut', () => {
    for (const character of ['é', '€', '𝄞', 'a'])
      for (let before = PIECE - 5; before <= PIECE; before += 1) {
        const text = `\ufeff${'x'.repeat(before - 3)}${character}${character}\n`
        const path = file('text', text)
        expect([...textPieces(path)].join('') === text, `${character} behind ${before} bytes`).toBe(true)
      }
  })

  it('are full but the last, where a pipe yields a few bytes at a time', () => {
    const pipe = at('pipe')
    execFileSync('mkfifo', [pipe])
    const writer = spawn('sh', [
      '-c',
      `exec > ${pipe}; printf '{"for'; printf 'mat"'; head -c ${PIECE} /dev/zero`,
    ])
    const fd = openSync(pipe, 'r')
    try {
      expect([...textPieces(`/dev/fd/${fd}`)].map((piece) => [piece.slice(0, 9), piece.length])).toEqual([
        ['{"format"', PIECE],
        ['\0'.repeat(9), 9],
      ])
    } finally {
      closeSync(fd)
      writer.kill()
    }
  })

  it('are none of an empty file', () => {
    expect([...textPieces(file('empty', ''))]).toEqual([])
  })

  it('are refused where they are not UTF-8, also in the last bytes', () => {
    for (const bytes of [[0x61, 0xff], [0xc3], [0x61, 0xe2, 0x82], [0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80]])
      expect(() => [...textPieces(file('bytes', Uint8Array.from(bytes)))]).toThrow(
        /bytes: is not UTF-8; expected text$/,
      )
  })

  it('are refused where a line does not end (issue 50)', () => {
    expect(() => {
      for (const piece of textPieces(holes(65 * 1024 * 1024))) expect(piece).not.toBe('')
    }).toThrow(/holes: a line is longer than 67108864 bytes; expected lines of text$/)
  })

  it('have lines of any number', () => {
    let length = 0
    for (const piece of textPieces(file('lines', `${'x'.repeat(1023)}\n`.repeat(66 * 1024))))
      length += piece.length
    expect(length).toBe(66 * 1024 * 1024)
  })
})
