import { expect, it } from 'vitest'
import { runtimeModule } from '../src/runtime-module.ts'

it('puts the bundle as text into its module, and into no other', async () => {
  const { load } = runtimeModule(() => Promise.resolve('var a = "`${b}`</script>"\n'))
  expect(load('/a/playground/sandbox/runtime.js')).toBeUndefined()
  for (const id of ['/a/playground/sandbox/runtime-text.js', 'C:\\a\\sandbox\\runtime-text.ts']) {
    const code = await load(id)
    const [, text = ''] = /^export const RUNTIME = (".*")\n$/.exec(code ?? '') ?? []
    expect(JSON.parse(text)).toBe('var a = "`${b}`</script>"\n')
  }
})
