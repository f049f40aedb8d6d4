import { useEffect, useState } from 'react'

/** What is left until `endsAt` (ms), told each second; 0 when it is over. */
export function useTimeLeft(endsAt: number): { minutes: number; seconds: number; isOver: boolean } {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000))
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60, isOver: seconds === 0 }
}
