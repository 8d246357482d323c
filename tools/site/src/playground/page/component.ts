/// <reference lib="dom" />
/* The playground as a component of Vue, for a page of the site. Its code is loaded when the page is shown. */
import { withBase } from 'vitepress'
import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import type { Component } from 'vue'

/** The component. */
export const Playground: Component = defineComponent({
  name: 'PolicyPlayground',
  setup() {
    const place = ref<HTMLElement>()
    let leave: (() => void) | undefined
    let isGone = false
    // The code is requested before Vue has taken the page over; a server that renders the page does not need it.
    const code = typeof document === 'undefined' ? undefined : import('./mount.ts')
    onMounted(async () => {
      const { mountPlayground } = await (code ?? import('./mount.ts'))
      if (isGone || place.value === undefined) return
      leave = mountPlayground(place.value, withBase('/sandbox.html'))
    })
    onBeforeUnmount(() => {
      isGone = true
      leave?.()
    })
    return () =>
      h('div', { ref: place, class: 'pg' }, [h('p', 'The playground needs JavaScript and is being loaded.')])
  },
})
