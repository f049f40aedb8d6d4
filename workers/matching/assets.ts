/** The embedded model's file, from the app's own origin (the service worker keeps it offline). Throws when it cannot be had. */
export async function fetchModel(): Promise<ArrayBuffer> {
  const response = await fetch(new URL(`${import.meta.env.BASE_URL}models/embedding.bin`, self.location.origin))
  if (!response.ok) throw new Error(`The embedding model answered ${response.status}.`)
  return response.arrayBuffer()
}
