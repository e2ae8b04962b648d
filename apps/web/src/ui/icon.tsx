import type { ReactElement } from 'react';

/** Line drawings on a grid of 16, stroke 1.5. */
const DRAWINGS = {
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  audit: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.3 10.3 3.2 3.2M5 7.1l1.4 1.4L9 5.7" />
    </>
  ),
  back: <path d="M13 8H3M7 4 3 8l4 4" />,
  bell: (
    <>
      <path d="M4 11.5v-4a4 4 0 0 1 8 0v4l1 1H3z" />
      <path d="M6.8 14.5h2.4" />
    </>
  ),
  book: (
    <path d="M8 4C6.5 2.8 4.5 2.5 2.5 2.5v10c2 0 4 .3 5.5 1.5 1.5-1.2 3.5-1.5 5.5-1.5v-10c-2 0-4 .3-5.5 1.5zM8 4v10" />
  ),
  buoy: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <circle cx="8" cy="8" r="2.25" />
      <path d="M4 4l2.4 2.4M9.6 9.6 12 12M12 4 9.6 6.4M6.4 9.6 4 12" />
    </>
  ),
  check: <path d="m3 8.5 3.2 3L13 4.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1" />
      <path d="M10.5 5.5v-3h-8v8h3" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" />,
  download: <path d="M8 2.5v8M4.8 7.3 8 10.5l3.2-3.2M2.5 10.5v3h11v-3" />,
  euro: (
    <>
      <path d="M12.3 4.3a5 5 0 1 0 0 7.4" />
      <path d="M2.2 7h6.3M2.2 9.2h5.5" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  file: (
    <>
      <path d="M4 2h5l3.5 3.5V14H4z" />
      <path d="M9 2v3.5h3.5" />
    </>
  ),
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  history: (
    <>
      <path d="M2.6 6.4A5.6 5.6 0 1 1 2.4 9" />
      <path d="M2.5 3.2v3.3h3.2M8 5v3.2l2.2 1.4" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.4v3.4M8 5.1v.1" />
    </>
  ),
  keys: (
    <>
      <rect x="1.5" y="4" width="13" height="8" rx="1" />
      <path d="M4 6.5h.1M6.6 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.6h6" />
    </>
  ),
  left: <path d="m10 4-4 4 4 4" />,
  level: <path d="M2 13.5h12M4 13.5v-3.5M8 13.5V7M12 13.5v-10" />,
  link: (
    <path d="M6.5 9.5 9.5 6.5M7.3 4.5l1.5-1.5a3 3 0 0 1 4.2 4.2l-1.5 1.5M8.7 11.5l-1.5 1.5A3 3 0 0 1 3 8.8l1.5-1.5" />
  ),
  loop: (
    <>
      <path d="M13.4 9.2A5.5 5.5 0 1 1 12 4.1" />
      <path d="M12.5 1.8v2.7H9.8" />
      <path d="M4.8 8h1.5l1.1-2 1.3 3.8L9.7 8h1.4" />
    </>
  ),
  map: (
    <>
      <path d="m2.5 4 3.7-1.5L9.8 4l3.7-1.5V12l-3.7 1.5L6.2 12l-3.7 1.5z" />
      <path d="M6.2 2.5V12M9.8 4v9.5" />
    </>
  ),
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" />,
  off: (
    <path d="M2 6a9 9 0 0 1 3-1.9M8 3.4c2.3 0 4.4.9 6 2.6M4.3 8.6a5.6 5.6 0 0 1 3-1.5M11.7 8.6a5.5 5.5 0 0 0-1.4-1M8 12h.1M2.5 2l11 12" />
  ),
  phone: (
    <>
      <rect x="4.5" y="1.5" width="7" height="13" rx="1" />
      <path d="M7.3 12.3h1.4" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  right: <path d="m6 4 4 4-4 4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.3 10.3 3.2 3.2" />
    </>
  ),
  site: <path d="M3 13.5v-11h6v11M9 6.5h4v7M1.5 13.5h13M5.2 5.5h1.6M5.2 8.5h1.6M11 9.5h.1" />,
  sort: <path d="M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3" />,
  today: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1" />
      <path d="M2.5 6.5h11M5.5 2v3M10.5 2v3" />
    </>
  ),
  tools: (
    <>
      <path d="M2.5 4.5h5M11 4.5h2.5M2.5 11.5h2.5M8.5 11.5h5" />
      <circle cx="9.2" cy="4.5" r="1.7" />
      <circle cx="6.8" cy="11.5" r="1.7" />
    </>
  ),
  up: <path d="m4 10 4-4 4 4" />,
  upload: <path d="M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v3h11v-3" />,
  user: (
    <>
      <circle cx="8" cy="5.5" r="2.75" />
      <path d="M2.8 13.5c.6-2.6 2.6-4 5.2-4s4.6 1.4 5.2 4" />
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13c.5-2.4 2.2-3.7 4.5-3.7s4 1.3 4.5 3.7M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.6c1.4.5 2.2 1.7 2.5 3.4" />
    </>
  ),
  watch: (
    <>
      <circle cx="8" cy="9" r="4.5" />
      <path d="M8 9V6.6M6.5 2h3M8 2v2.5" />
    </>
  ),
  x: <path d="m4 4 8 8M12 4l-8 8" />,
} satisfies Record<string, ReactElement>;
export type IconName = keyof typeof DRAWINGS;

/** Decoration: the word beside it, or the label of its button, says what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}
