import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { messageOptions } from './messages.options.mjs';

const api = process.env['EGIDE_API'] ?? 'http://127.0.0.1:4000';

export default defineConfig(({ command }) => ({
  plugins: [react(), ...(command === 'serve' ? [paraglideVitePlugin(messageOptions)] : [])],
  server: { port: 5173, proxy: { '/api': api, '/health': api } },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
}));
