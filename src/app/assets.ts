/** The demonstration as shipped with the app: adverts, and a ZIP of fictional CVs. Throws when a file is missing. */
export async function fetchDemo(): Promise<{ demo: unknown; cvs: Uint8Array }> {
  const [demo, cvs] = await Promise.all([fetch('/demo/demo.json'), fetch('/demo/cvs.zip')])
  if (!demo.ok || !cvs.ok) throw new Error('The demonstration is not on this device.')
  return { demo: await demo.json(), cvs: new Uint8Array(await cvs.arrayBuffer()) }
}
