# Makes Frontdesk.msi from a release build. Needs Qt 6.4 or newer, WiX 3.14, ImageMagick (for the icon) and, to sign,
# signtool with a certificate.
param(
    [Parameter(Mandatory)] [string] $Build,      # For example build\release
    [Parameter(Mandatory)] [string] $Version,    # For example 0.1.0
    [string] $Certificate = ""                   # Thumbprint; without it the package is not signed
)
$ErrorActionPreference = "Stop"
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$root = Resolve-Path "$here\..\.."
$stage = Join-Path $Build "msi"
New-Item -ItemType Directory -Force $stage | Out-Null
Copy-Item "$Build\bin\frontdesk.exe" $stage
magick -background none "$root\resources\desktop\icons\tray.svg" -define icon:auto-resize=256,64,48,32,16 "$stage\frontdesk.ico"
windeployqt --release --qmldir "$root\qml" --no-translations "$stage\frontdesk.exe"
if ($Certificate) { signtool sign /sha1 $Certificate /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 "$stage\frontdesk.exe" }
# Everything but the program itself, which the package names.
heat dir $stage -cg QtFiles -dr INSTALLFOLDER -gg -srd -sreg -var var.Folder -t "$here\without-program.xslt" -out "$Build\qtfiles.wxs"
candle -arch x64 "-dVersion=$Version" "-dFolder=$stage" -out "$Build\" "$here\frontdesk.wxs" "$Build\qtfiles.wxs"
light -out "$Build\Frontdesk-$Version.msi" "$Build\frontdesk.wixobj" "$Build\qtfiles.wixobj"
if ($Certificate) { signtool sign /sha1 $Certificate /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 "$Build\Frontdesk-$Version.msi" }
