import DefaultTheme from 'vitepress/theme-without-fonts'
import { Playground } from '../../dist/playground/page/component.js'
import './style.css'
import './playground.css'

export default {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => app.component('PolicyPlayground', Playground),
}
