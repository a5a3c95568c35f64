#!/usr/bin/env bash
# Makes a signed and notarized Frontdesk.dmg from a release build, on a Mac with Qt 6.4 or newer and Xcode's tools.
#
# Usage: installers/macos/build-dmg.sh BUILD VERSION ["Developer ID Application: ..." NOTARY_PROFILE]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=$1
version=$2
identity=${3:-}
profile=${4:-}
app=$build/bin/frontdesk.app
image=$build/Frontdesk-$version.dmg

sed "s/@VERSION@/$version/" installers/macos/Info.plist >"$app/Contents/Info.plist"
macdeployqt "$app" -qmldir=qml -always-overwrite
if [ -n "$identity" ]; then
  codesign --deep --force --options runtime --timestamp --entitlements installers/macos/entitlements.plist \
    --sign "$identity" "$app"
fi
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/Frontdesk.app"
ln -s /Applications "$stage/Applications"
hdiutil create -volname Frontdesk -srcfolder "$stage" -ov -format UDZO "$image"
if [ -n "$profile" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
  xcrun stapler staple "$image"
fi
echo "$image"
