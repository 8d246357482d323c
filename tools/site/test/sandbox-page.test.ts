import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { frameScript } from '../src/policy-runtime.ts'
import { sandboxPage } from '../src/sandbox-page.ts'

it('allows its one script by hash, Workers and scripts made from blobs, and nothing else', async () => {
  const script = await frameScript()
  const page = sandboxPage(script)
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  const hash = createHash('sha256').update(script).digest('base64')
  expect(policy).toBe(
    `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; base-uri 'none'; form-action 'none'`,
  )
  expect(page.indexOf('<script')).toBeGreaterThan(page.indexOf('Content-Security-Policy'))
  expect(page).toContain(`<script type="module">${script}</script>`)
})

it('refuses a script that would end its element', () => {
  expect(() => sandboxPage('"</script>"')).toThrow(/would end its element/)
})
