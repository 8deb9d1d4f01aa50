export const StandingScreen = () => null
