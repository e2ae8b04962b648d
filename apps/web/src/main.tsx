import './ui/css/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { getLocale } from './paraglide/runtime.js';
import { makeClient } from './query-client.ts';
import { makeRouter } from './routes.tsx';
import { WidgetProvider } from './ui/provider.tsx';

const client = makeClient();
const router = makeRouter(client);

document.documentElement.lang = getLocale();
const place = document.getElementById('app');
if (!place) throw new Error('index.html has lost its place for the app');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <WidgetProvider>
        <RouterProvider router={router} />
      </WidgetProvider>
    </QueryClientProvider>
  </StrictMode>,
);
