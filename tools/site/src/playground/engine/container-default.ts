/* The preset of Docker's profile. Most people begin with it, so it is loaded without the other presets. */
export { containerDefault } from '@seccompile/presets'
