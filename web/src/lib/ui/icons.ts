/** Paths drawn on a 24 × 24 grid, stroked. One name, one drawing; shapes differ, not only colours. */
export const icons = {
  alert: 'M12 3 22 21H2Z M12 9.5v5 M12 17.6v.4',
  'arrow-left': 'M20 12H4 M11 5l-7 7 7 7',
  'arrow-right': 'M4 12h16 M13 5l7 7-7 7',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3Z M12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  check: 'M4 12.5 9.5 18 20 6.5',
  'chevron-down': 'M5 9l7 7 7-7',
  'chevron-right': 'M9 5l7 7-7 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 7v5.5l3.5 2',
  cross: 'M5 5l14 14 M19 5 5 19',
  diamond: 'M12 2.5 21.5 12 12 21.5 2.5 12Z',
  dot: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z M12 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4Z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 11v5.5 M12 7.2v.4',
  list: 'M8 6h13 M8 12h13 M8 18h13 M3.5 6h.5 M3.5 12h.5 M3.5 18h.5',
  mail: 'M3 5h18v14H3Z M3 6.5l9 7 9-7',
  map: 'M9 4 3 6.5v14L9 18l6 2.5 6-2.5V4l-6 2.5Z M9 4v14 M15 6.5v14',
  menu: 'M3 6h18 M3 12h18 M3 18h18',
  offline:
    'M3 3l18 18 M8.5 15.5a5 5 0 0 1 6.6-.3 M5 12a10 10 0 0 1 4.5-2.6 M13 9.1a10 10 0 0 1 6 2.9 M12 19.5v.4',
  person: 'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Z M3.5 21a8.5 8.5 0 0 1 17 0',
  phone:
    'M5 3h4l2 5.5-2.6 1.7a12 12 0 0 0 5.4 5.4l1.7-2.6L21 15v4a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 3 5.2A2 2 0 0 1 5 3Z',
  pin: 'M12 22s7.5-7 7.5-12.5a7.5 7.5 0 0 0-15 0C4.5 15 12 22 12 22Z M12 12.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4Z',
  plus: 'M12 4v16 M4 12h16',
  refresh: 'M20 12a8 8 0 1 1-2.4-5.7L20 8.5 M20 3v5.5h-5.5',
  ring: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  search: 'M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z M16 16l5.5 5.5',
  stop: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8Z M12 7.5v5.5 M12 16.4v.4',
  wrench:
    'M14.5 6.5a4.5 4.5 0 0 1 6-2.5l-3 3 .5 2.5 2.5.5 1-2.8a4.5 4.5 0 0 1-6.5 5.3L7.5 20a2.5 2.5 0 0 1-3.5-3.5l7.5-7.5a4.5 4.5 0 0 1 3-2.5Z',
} as const;

export type IconName = keyof typeof icons;
