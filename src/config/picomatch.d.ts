/** The part of picomatch that we use; its entry without the operating system's path separators also runs in browsers. */
declare module 'picomatch/posix.js' {
  export default function picomatch(
    patterns: readonly string[],
    options: { readonly dot?: boolean },
  ): (path: string) => boolean
}
